namespace Tthc.Text.Json;

/// <summary>The names of JSON things in messages.</summary>
internal static class JsonWords
{
    public static readonly BilingualText Object = new("đối tượng {…}", "an object {…}");
    public static readonly BilingualText Array = new("mảng […]", "an array […]");
    public static readonly BilingualText String = new("chuỗi ký tự", "a string");
    public static readonly BilingualText Number = new("số", "a number");
    public static readonly BilingualText Boolean = new("true hoặc false", "true or false");
    public static readonly BilingualText Null = new("null", "null");
    public static readonly BilingualText Invalid = new("giá trị không đọc được", "an unreadable value");
    public static readonly BilingualText EndOfFile = new("hết tệp", "the end of the file");
    public static readonly BilingualText ObjectWord = new("đối tượng", "object");
    public static readonly BilingualText ArrayWord = new("mảng", "array");

    /// <summary>A stretch of source in quotes, the same in both languages.</summary>
    public static BilingualText Quoted(string text)
    {
        var quoted = $"'{VisibleText.Of(text, 30)}'";
        return new BilingualText(quoted, quoted);
    }
}
