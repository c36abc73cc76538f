"""The world: files, clocks, terminals. Knows not what a story is."""
