from hypothesis import settings

# Examples are small; on a shared machine a slow one says nothing about the code, so there is no deadline.
settings.register_profile("your_project", deadline=None, max_examples=40)
settings.load_profile("your_project")
