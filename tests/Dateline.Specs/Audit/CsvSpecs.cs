using Dateline.Audit;

namespace Dateline.Specs.Audit;

public sealed class CsvSpecs
{
    [Theory]
    [InlineData("plain", "\"plain\"\r\n")]
    [InlineData(null, "\"\"\r\n")]
    [InlineData("a \"b\", c\r\nd", "\"a \"\"b\"\", c\r\nd\"\r\n")]
    [InlineData("=1+1", "\"'=1+1\"\r\n")]
    [InlineData("+1", "\"'+1\"\r\n")]
    [InlineData("-1", "\"'-1\"\r\n")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"\r\n")]
    [InlineData("\t=1", "\"'\t'=1\"\r\n")]
    [InlineData("\r=1", "\"'\r'=1\"\r\n")]
    [InlineData("  =1", "\"'  =1\"\r\n")]
    [InlineData("\u200b\u00a0=1", "\"'\u200b\u00a0=1\"\r\n")]
    [InlineData("\uff1d1", "\"'\uff1d1\"\r\n")]
    [InlineData("a=1", "\"a=1\"\r\n")]
    [InlineData("\"=1", "\"\"\"=1\"\r\n")]
    [InlineData("x;=1+1\r\n=2", "\"x;'=1+1\r\n'=2\"\r\n")]
    [InlineData("x; \t@SUM(A1)", "\"x;' \t'@SUM(A1)\"\r\n")]
    [InlineData("\u0001=1+1", "\"'\u0001=1+1\"\r\n")]
    [InlineData("10;20, -5", "\"10;20, -5\"\r\n")]
    public void a_cell_never_runs_as_a_formula(string? cell, string line) => Assert.Equal(line, CsvLine.Of(cell));

    [Fact]
    public void cells_are_parted_by_commas() => Assert.Equal("\"1\",\"\",\"b\"\r\n", CsvLine.Of("1", null, "b"));
}
