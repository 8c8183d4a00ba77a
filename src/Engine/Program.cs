using Tthc.Engine.Hosting;

return await EngineProcess.RunAsync(args);
