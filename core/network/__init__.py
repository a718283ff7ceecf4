"""What crosses the machine's edge outward: doors, the guard that refuses all else, the one HTTP client factory.

Every room of core that connects somewhere goes through here. Nothing here knows what is sent.
"""
