"""The frozen types that every step speaks of. Knows what a document is; not how one is read, linked or shown."""
