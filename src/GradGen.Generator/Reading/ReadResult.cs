using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Reading;

/// <summary>Where a variable is declared or named, so that what later rooms say of it finds its place.</summary>
internal readonly record struct VariablePlace(string Name, SourcePlace Place);

/// <summary>What reading a method gives: the model, unless there were errors, the diagnostics, and the places of the variables.</summary>
/// <param name="MethodName">The method's name.</param>
/// <param name="MethodPlace">The method's identifier.</param>
internal sealed record ReadResult(string MethodName, SourcePlace MethodPlace, MethodModel? Model, EquatableArray<DiagnosticInfo> Diagnostics, EquatableArray<VariablePlace> Places);
