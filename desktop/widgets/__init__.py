"""Small controls that any page may use. They know the theme and nothing of the product; they get what they show
from their owner and say with a signal what was done to them.
"""
