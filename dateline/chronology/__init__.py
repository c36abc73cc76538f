"""Order among events, and what is known of it. Knows ids and constraints; no documents, no text."""
