// Each test loads a server process of its own; side by side they would only take the processors from each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
