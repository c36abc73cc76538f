"""What each page shows, and how. Knows no files and no other page's template."""
