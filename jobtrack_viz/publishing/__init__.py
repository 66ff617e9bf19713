"""Drafts, publishing and taking back: the only writer of what readers see."""
