"""Global hotkeys: which ones are wanted, what the system grants, one backend for each window system."""
