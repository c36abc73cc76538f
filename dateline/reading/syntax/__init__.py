"""The rules of the Markdown that authors write: one syntax a file."""
