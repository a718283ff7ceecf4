"""What Hearth remembers about its owner, with consent."""
