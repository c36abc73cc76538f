"""One input at a time: text to documents. Knows no other document."""
