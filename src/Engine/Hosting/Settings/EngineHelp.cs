namespace Tthc.Engine.Hosting.Settings;

internal static class EngineHelp
{
    public const string Text = """
        Tthc.Engine — máy chủ xử lý hồ sơ thủ tục hành chính / workflow engine for administrative procedures

        Usage:  dotnet run --project src/Engine [-- --Section:Setting=value …]

        Without any setting it keeps its store in ./data, reads the rules in ./rules and serves gRPC on 127.0.0.1:5080.

          --Storage:Path=FOLDER        folder of the embedded store (made when missing)        data
          --Storage:ConnectionString=… a PostgreSQL database instead of the folder             none
          --Storage:OwnerConnectionString=…  the same as the owner of its schema, to make or change it
          --Rules:Path=FOLDER          procedures, calendars, agencies, policies               ./rules, or the one above
          --Import:Role=R              role whose holders may take over other systems' dossiers  data-importer
          --Rules:AdministratorRole=R  role whose holders may publish rules                    rule-administrator
          --Webhooks:AdministratorRole=R  role whose holders say where the feed is posted      webhook-administrator
          --Webhooks:AllowHttp=true    post to other machines without TLS too                  false
          --Webhooks:Tries=N           before a delivery is given up and listed                12
          --Webhooks:FirstPauseSeconds=N  after its first failure; then four times as long     1
          --Listen:Address=IP          loopback only until there is authentication             127.0.0.1
          --Listen:Port=N              0 takes a free port                                     5080
          --Listen:MetricsPort=N       /metrics, /health/live, /health/ready over HTTP           none
          --Drain:NoticeSeconds=N      calls still taken after a stop is asked for, so that a balancer goes elsewhere  0
          --Drain:Seconds=N            then: time to finish what was taken                     30
          --Memory:Dossiers=N          dossiers kept at hand in memory                         20000
          --Telemetry:OtlpEndpoint=URL a collector of traces and figures; port 4317 is gRPC, others HTTP  none
          --Clock:Simulated=true       a clock moved by hand, for a store made with one        false
          --Clock:Start=INSTANT        where a simulated clock begins
          --Logging:Format=json        one JSON object a line                                  console
          --Logging:Level=LEVEL        Verbose Debug Information Warning Error                 Information
          --Logging:File=PATH          write the log to a file besides

        The same as environment variables: TTHC_Listen__Port=5081; what holds a password belongs there. When it serves it prints: READY http://…
        Exit codes: 0 stopped, 1 cannot run (settings, store or port; the reason is on standard error).
        """;
}
