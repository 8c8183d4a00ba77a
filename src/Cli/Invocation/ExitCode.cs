namespace Tthc.Cli.Invocation;

/// <summary>What the process says to the script that called it. Part of the contract: see docs/cli.md.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Refused, invalid, not found, or diagnostics that are errors.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself is wrong; nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>The engine cannot be reached or did not answer in time.</summary>
    public const int ServerAway = 3;

    /// <summary>Somebody else was faster: the version given is no longer the dossier's.</summary>
    public const int LostRace = 4;

    /// <summary>Ctrl-C, as shells number it.</summary>
    public const int Interrupted = 130;
}
