using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Tests;

/// <summary>The house: which room knows which, how large a file may be, and that every operation is in the table.</summary>
public sealed class ArchitectureTests
{
    // In the order in which a method travels; a room knows those before it, and these beside it.
    private static readonly IReadOnlyDictionary<string, string[]> Knows = new Dictionary<string, string[]>
    {
        ["Compatibility"] = [],
        ["Expressions"] = [],
        ["Diagnostics"] = ["Expressions"],
        ["Operations"] = ["Expressions", "Diagnostics"],
        ["Reading"] = ["Expressions", "Operations", "Diagnostics"],
        ["Differentiation"] = ["Expressions", "Operations", "Diagnostics"],
        ["Simplification"] = ["Expressions", "Operations", "Differentiation", "Diagnostics"],
        ["Derivations"] = ["Expressions", "Operations", "Differentiation", "Simplification", "Diagnostics"],
        ["Planning"] = ["Expressions", "Operations", "Differentiation", "Simplification", "Diagnostics"],
        ["Rendering"] = ["Expressions", "Operations", "Differentiation", "Simplification", "Derivations", "Planning", "Diagnostics"],
        // It writes what was read, so it knows the model of a method.
        ["Emission"] = ["Expressions", "Operations", "Differentiation", "Simplification", "Derivations", "Planning", "Rendering", "Reading", "Diagnostics"],
    };

    private static readonly string[] MayUseTheCompiler = ["", "Reading", "Diagnostics"];

    // Public functions of MatrixMath without a derivative yet. The list shrinks; it never grows.
    private static readonly string[] NotDifferentiableYet = [];

    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    private static IEnumerable<(string Room, string Path, string Text)> Files => Directory.GetFiles(Path.Combine(Root, "src/GradGen.Generator"), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Relative: Path.GetRelativePath(Path.Combine(Root, "src/GradGen.Generator"), path).Replace('\\', '/'), path))
        .Where(f => !f.Relative.StartsWith("obj/", StringComparison.Ordinal) && !f.Relative.StartsWith("bin/", StringComparison.Ordinal))
        .Select(f => (f.Relative.Contains('/') ? f.Relative[..f.Relative.LastIndexOf('/')] : "", f.Relative, File.ReadAllText(f.path)));

    [Fact]
    public void Every_folder_is_a_room_that_the_house_knows() => Assert.Equal(Knows.Keys.Append("").Order(), Files.Select(f => f.Room).Distinct().Order());

    [Fact]
    public void Rooms_know_only_those_before_them()
    {
        var wrong = from file in Files
                    where file.Room.Length > 0
                    from Match named in Regex.Matches(file.Text, @"GradGen\.Generator\.(\w+)")
                    let room = named.Groups[1].Value
                    where Knows.ContainsKey(room) && room != file.Room && !Knows[file.Room].Contains(room)
                    select $"{file.Path} knows {room}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Types_of_a_room_hold_only_types_of_rooms_before_it()
    {
        var rooms = Types().ToDictionary(t => t, RoomOf);
        var wrong = from type in rooms.Keys
                    where rooms[type].Length > 0
                    from member in Mentioned(type).Distinct()
                    where rooms.TryGetValue(member, out var room) && room != rooms[type] && room.Length > 0 && !Knows[rooms[type]].Contains(room)
                    select $"{type.FullName} mentions {member.FullName}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_reading_and_diagnostics_use_the_compiler()
    {
        Assert.Empty(Files.Where(f => !MayUseTheCompiler.Contains(f.Room) && f.Text.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)).Select(f => f.Path));
        var compiler = typeof(ISymbol).Assembly.GetName().Name!;
        var wrong = from type in Types()
                    where !MayUseTheCompiler.Contains(RoomOf(type))
                    from member in Mentioned(type)
                    where member.Assembly.GetName().Name!.StartsWith(compiler, StringComparison.Ordinal)
                    select $"{type.FullName} mentions {member.FullName}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void No_file_is_long() => Assert.Empty(Files.Where(f => f.Text.Split('\n').Length > 400).Select(f => f.Path));

    [Fact]
    public void Nothing_is_called_by_what_says_nothing() => Assert.Empty(
        Files.Select(f => Path.GetFileNameWithoutExtension(f.Path)).Concat(Types().Select(t => t.Name)).Where(n => Regex.IsMatch(n, "Util|Helper|Manager|Common|Misc")).Distinct());

    [Fact]
    public void Every_operation_is_in_the_table()
    {
        var instances = Instances().Where(o => o.GetType().Namespace == typeof(OperationTable).Namespace && !IsInternalToOne(o.GetType())).ToList();
        Assert.NotEmpty(instances);
        Assert.Empty(instances.Where(o => o is not Planned && !OperationTable.All.Contains(o)).Select(o => o.Name));
        Assert.Equal(OperationTable.All.Count, OperationTable.All.Distinct().Count());
    }

    [Fact]
    public void Every_planned_operation_is_planned_somewhere()
    {
        var planning = string.Join("\n", Files.Where(f => f.Room is "Planning").Select(f => f.Text));
        var types = Types().Where(t => typeof(Planned).IsAssignableFrom(t) && !t.IsAbstract).ToList();
        Assert.NotEmpty(types);
        Assert.All(types, t => Assert.Matches($@"\b{(t.DeclaringType ?? t).Name}\.", planning));
        Assert.All(types, t => Assert.Contains(Instances(), o => o.GetType() == t));
    }

    [Fact]
    public void Every_function_of_the_language_is_differentiable()
    {
        var functions = typeof(MatrixMath).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => m.Name).Distinct();
        var missing = functions.Where(name => !OperationTable.Functions.ContainsKey("GradGen.MatrixMath." + name)).Order(StringComparer.Ordinal);
        Assert.Equal(NotDifferentiableYet, missing);
    }

    [Fact]
    public void Every_function_of_the_table_exists()
    {
        var types = new[] { typeof(MatrixMath), typeof(Matrix), typeof(Vector), typeof(RowVector), typeof(Math), typeof(MathNet.Numerics.SpecialFunctions) };
        var known = types.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Select(m => $"{t.FullName}.{m.Name}")).ToHashSet();
        Assert.All(OperationTable.Functions.Keys, name => Assert.Contains(name, known));
    }

    private static IEnumerable<Type> Types() => typeof(DifferentiableGenerator).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("GradGen.Generator", StringComparison.Ordinal) == true && !t.IsDefined(typeof(CompilerGeneratedAttribute), false));

    private static string RoomOf(Type type) => type.Namespace!.Length > "GradGen.Generator".Length ? type.Namespace["GradGen.Generator.".Length..] : "";

    /// <summary>What a type's declaration mentions: base types, fields, properties, parameters, results.</summary>
    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var mentioned = new[] { type.BaseType }.Concat(type.GetInterfaces()).Concat(type.GetFields(All).Select(f => f.FieldType))
            .Concat(type.GetMethods(All).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)
                .Concat(m.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? [])))
            .Concat(type.GetConstructors(All).SelectMany(c => c.GetParameters().Select(p => p.ParameterType)));
        return mentioned.OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }

    /// <summary>Operations that stand in static fields, by which the rest of the generator reaches them.</summary>
    private static IEnumerable<Operation> Instances() => Types().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(f => typeof(Operation).IsAssignableFrom(f.FieldType)).Select(f => (Operation)f.GetValue(null)!).Distinct();

    // A derivative of one operation that nothing else can name is declared inside it.
    private static bool IsInternalToOne(Type type) => type.IsNestedPrivate;

    private static string Here([CallerFilePath] string path = "") => path;
}
