"""The screens; imported only by app.py."""
