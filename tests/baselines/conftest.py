from hypothesis import settings

# Examples are small; on a shared machine a slow one says nothing about the code, so there is no deadline.
settings.register_profile("baselines", deadline=None, max_examples=60)
settings.load_profile("baselines")
