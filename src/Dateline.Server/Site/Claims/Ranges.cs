namespace Dateline.Server.Site.Claims;

/// <summary>The ranges of likelihood in percent (US Intelligence Community Directive 203, 2015).</summary>
internal static class Ranges
{
    internal static string Of(string likelihood) => likelihood switch
    {
        "almost-no-chance" => "1 to 5 %",
        "very-unlikely" => "5 to 20 %",
        "unlikely" => "20 to 45 %",
        "roughly-even-chance" => "45 to 55 %",
        "likely" => "55 to 80 %",
        "very-likely" => "80 to 95 %",
        "almost-certain" => "95 to 99 %",
        _ => ""
    };
}
