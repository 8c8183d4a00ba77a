using Tthc.Cli.Invocation;

return await CommandLineProgram.RunAsync(args, Surroundings.OfProcess());
