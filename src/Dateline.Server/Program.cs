return await Dateline.Server.Commands.Cli.Run(args);
