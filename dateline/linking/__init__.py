"""What refers to what, and where. Knows no templates and no dates."""
