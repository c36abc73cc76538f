"""Data files for other programs: one standard a module. Knows no templates."""
