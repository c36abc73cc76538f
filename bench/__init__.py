"""How long a build takes, beside Hugo with the same story: `python -m bench`."""
