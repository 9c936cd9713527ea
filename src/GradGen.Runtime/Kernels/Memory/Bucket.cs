namespace GradGen;

/// <summary>The free objects of one shape. An object is cleared when it comes back.</summary>
internal sealed class Bucket(Action<object>? clear = null)
{
    // In a structure, an item is stored without a check of the array's type.
    private Slot[] _free = new Slot[4];
    private int _count;
    private int _leastFree;
    private bool _isUsed;

    /// <summary>A free object, or null.</summary>
    internal object? Take()
    {
        _isUsed = true;
        if (_count == 0)
        {
            return null;
        }

        ref var slot = ref _free[--_count];
        var item = slot.Item;

        // What is taken may be kept by the caller and must not live on because of this.
        slot.Item = null;
        _leastFree = Math.Min(_leastFree, _count);
        return item;
    }

    internal void Put(object item)
    {
        _isUsed = true;
        clear?.Invoke(item);
        if (_count == _free.Length)
        {
            Array.Resize(ref _free, 2 * _count);
        }

        _free[_count++].Item = item;
    }

    /// <summary>Drops what has lain free since the last time; returns whether nothing is left and nobody has asked for it since.</summary>
    internal bool DropUnused()
    {
        var wasUsed = _isUsed;
        _isUsed = false;
        // The last to come back is the first to be taken, so the bottom is what was not used.
        Array.Copy(_free, _leastFree, _free, 0, _count - _leastFree);
        Array.Clear(_free, _count - _leastFree, _leastFree);
        _count -= _leastFree;
        _leastFree = _count;
        return _count == 0 && !wasUsed;
    }

    /// <summary>Visits every free object.</summary>
    internal void Visit(Action<object> action)
    {
        for (var i = 0; i < _count; i++)
        {
            action(_free[i].Item!);
        }
    }

    private struct Slot
    {
        internal object? Item;
    }
}
