namespace AcceptanceTests.Verification;

/// <summary>Arguments of the parameter are drawn with positive entries.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PositiveAttribute : Attribute;
