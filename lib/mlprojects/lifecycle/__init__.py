"""The lifecycle wing: four phases, six ways back, and what each of them costs."""
