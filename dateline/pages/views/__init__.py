"""One module a sort of page: its view, and how it is sliced from the story."""
