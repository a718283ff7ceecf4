"""What crosses the machine's edge outward: doors, the guard that refuses everything else, the one factory of HTTP clients.

Every room of core that connects somewhere goes through here. Nothing here knows what is sent.
"""
