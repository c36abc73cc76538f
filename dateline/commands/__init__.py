"""One module a command: its options and exit codes. Knows not how anything is done."""
