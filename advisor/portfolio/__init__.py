"""All partnerships of one centre: where each stands, which to start with, and what several have in common."""
