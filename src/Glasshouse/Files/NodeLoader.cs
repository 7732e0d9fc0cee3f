using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Glasshouse.Files;

/// <summary>
/// Text of a file to its tree. Refuses what would make a rule book hard to read or a hostile file costly: anchors, aliases,
/// merge keys, tags, several documents, deep nesting, long keys.
/// </summary>
internal sealed class NodeLoader
{
    /// <summary>Deepest nesting; a regime needs 7 levels.</summary>
    public const int Deepest = 32;

    /// <summary>Longest key, characters; paths repeat keys, so that endless ones would cost a hostile file's square.</summary>
    public const int LongestKey = 200;

    private readonly FaultList _faults;
    private readonly Parser _parser;

    private readonly Mark _end;
    private readonly string? _file;

    private NodeLoader(string text, Mark end, FaultList faults, string? file)
    {
        _faults = faults;
        _end = end;
        _file = file;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The tree of a file; null if none could be made, and then there is a fault.</summary>
    /// <param name="yaml">The file.</param>
    /// <param name="faults">Takes its faults.</param>
    /// <param name="file">Its name, where the file read extends it; null for the file read.</param>
    public static Node? Load(Stream yaml, FaultList faults, string? file = null) =>
        FileText.Decode(yaml, faults) is var (text, end) ? new NodeLoader(text, end, faults, file).Document() : null;

    private Node? Document()
    {
        try
        {
            _parser.Consume<StreamStart>();
            if (_parser.TryConsume<StreamEnd>(out _))
            {
                _faults.Add(FaultCode.Empty, new Mark(1, 1), "an empty file", "keys and values");
                return null;
            }

            _parser.Consume<DocumentStart>();
            var root = Value(depth: 1);
            _parser.Consume<DocumentEnd>();
            if (_parser.TryConsume<DocumentStart>(out var second))
            {
                _faults.Add(FaultCode.SeveralDocuments, MarkOf(second), "a second document ('---')", "one document in a file");
            }

            return root;
        }
        catch (TooDeepException)
        {
            return null;
        }
        catch (YamlException e)
        {
            // At the end of a text the parser counts a line too many.
            var at = new Mark((int)Math.Max(1, e.Start.Line), (int)Math.Max(1, e.Start.Column));
            NotYaml(at.Line > _end.Line ? _end : at, e.Message);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A parser that stumbles over hostile text must not stop the program: the file is at fault.
            NotYaml(MarkOf(_parser.Current), "the text cannot be parsed");
            return null;
        }
    }

    private void NotYaml(Mark at, string message) =>
        _faults.Add(FaultCode.NotYaml, at, $"not YAML: {message.ReplaceLineEndings(" ").TrimEnd('.')}",
            "YAML indented with spaces, with quotes around text that holds ': ' or ' #'");

    private Node Value(int depth)
    {
        var at = MarkOf(_parser.Current);
        if (depth > Deepest)
        {
            _faults.Add(FaultCode.Limit, at, $"nesting deeper than {Deepest} levels", "flatter values");
            throw new TooDeepException();
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _faults.Add(FaultCode.Refused, at, $"the alias {Spelling.Quote("*" + alias.Value)}", "the value itself, written out");
            return new FaultyNode(at);
        }

        if (_parser.Current is NodeEvent node)
        {
            RefuseDecoration(node);
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new ScalarNode(at, scalar.Value, scalar.Style == ScalarStyle.Plain);
        }

        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<Node>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Value(depth + 1));
            }

            return new ListNode(at, items);
        }

        _parser.Consume<MappingStart>();
        return Mapping(at, depth);
    }

    private MapNode Mapping(Mark at, int depth)
    {
        var entries = new OrderedDictionary<string, Entry>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            switch (key)
            {
                case ScalarNode { Text: "<<", Plain: true }:
                    _faults.Add(FaultCode.Refused, key.At, "the merge key '<<'", "the keys themselves, written out");
                    break;
                case ScalarNode { Text.Length: > LongestKey }:
                    _faults.Add(FaultCode.Limit, key.At, $"a key of more than {LongestKey} characters", "a short key");
                    break;
                case ScalarNode name when !entries.TryAdd(name.Text, new Entry(key.At, value)):
                    _faults.Add(FaultCode.DuplicateKey, key.At, $"the key {Spelling.Quote(name.Text)} for a second time",
                        $"it once (first in line {entries[name.Text].KeyAt.Line})");
                    break;
                case ListNode or MapNode:
                    _faults.Add(FaultCode.WrongType, key.At, "a list or a map as a key", "a word");
                    break;
            }
        }

        return new MapNode(at, entries);
    }

    private void RefuseDecoration(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            _faults.Add(FaultCode.Refused, MarkOf(node), $"the anchor {Spelling.Quote("&" + node.Anchor.Value)}",
                "a value without an anchor");
        }

        if (!node.Tag.IsEmpty)
        {
            _faults.Add(FaultCode.Refused, MarkOf(node), $"the tag {Spelling.Quote(node.Tag.Value)}", "a value without a tag");
        }
    }

    private Mark MarkOf(ParsingEvent? e) =>
        e is null ? new Mark(1, 1, _file) : new Mark((int)e.Start.Line, (int)e.Start.Column, _file);

    private sealed class TooDeepException : Exception;
}
