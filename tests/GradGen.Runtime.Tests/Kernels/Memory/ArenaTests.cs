namespace GradGen.Tests.Kernels.Memory;

public class ArenaTests
{
    [Fact]
    public void What_a_scope_took_is_used_again_by_the_next()
    {
        var first = ArrayOf(InScope(() => MatrixMath.Ones(7)));
        Assert.Same(first, ArrayOf(InScope(() => MatrixMath.Zeros(7))));
        Assert.NotSame(first, ArrayOf(InScope(() => MatrixMath.Zeros(8))));
    }

    [Fact]
    public void Without_a_scope_nothing_is_pooled()
    {
        var pooled = ArrayOf(InScope(() => MatrixMath.Ones(7)));
        Assert.NotSame(pooled, ArrayOf(MatrixMath.Ones(7)));
    }

    [Fact]
    public void A_kept_value_is_the_callers()
    {
        Vector kept;
        using (var arena = Arena.Enter())
        {
            kept = Arena.Keep(MatrixMath.Ones(5));
        }

        using (Arena.Enter())
        {
            Assert.NotSame(ArrayOf(kept), ArrayOf(MatrixMath.Zeros(5)));
        }

        Assert.Equal(MatrixMath.Ones(5), kept);
    }

    [Fact]
    public void A_view_of_the_same_entries_is_kept_with_them()
    {
        Vector view;
        using (var arena = Arena.Enter())
        {
            Matrix origin = MatrixMath.Ones(3, 2);
            view = Arena.Keep(new MathNet.Numerics.LinearAlgebra.Double.DenseVector(origin.AsMathNet().AsColumnMajorArray()));
            Assert.NotSame(origin.AsMathNet().AsColumnMajorArray(), MatrixMath.Zeros(3, 2).AsMathNet().AsColumnMajorArray());
        }

        using (Arena.Enter())
        {
            Assert.NotSame(ArrayOf(view), MatrixMath.Zeros(3, 2).AsMathNet().AsColumnMajorArray());
        }
    }

    [Fact]
    public void Values_from_elsewhere_are_left_as_they_are()
    {
        var (own, sparse) = (MatrixMath.Ones(5), Some.Sparse(3, 3));
        using var arena = Arena.Enter();
        Assert.Same(ArrayOf(own), ArrayOf(Arena.Keep(own)));
        Assert.Same(sparse.AsMathNet(), Arena.Keep(sparse).AsMathNet());
        Assert.Same(ArrayOf(own), ArrayOf(Arena.Retain(own)));
    }

    [Fact]
    public void Lists_are_kept_with_their_items()
    {
        Vector[] kept;
        using (var arena = Arena.Enter())
        {
            kept = Arena.Keep(Kernel.ZerosLike([MatrixMath.Ones(5), MatrixMath.Ones(5)]));
        }

        using (Arena.Enter())
        {
            Assert.DoesNotContain(ArrayOf(MatrixMath.Ones(5)), kept.Select(ArrayOf));
            Assert.NotSame(kept, Kernel.ZerosLike(kept));
        }

        Assert.All(kept, x => Assert.Equal(MatrixMath.Zeros(5), x));
    }

    [Fact]
    public void Rows_and_matrices_are_kept_in_lists_too()
    {
        using var arena = Arena.Enter();
        var rows = Arena.Keep(Kernel.ZerosLike([Some.Row(5)]));
        var matrices = Arena.Keep(Kernel.ZerosLike([Some.Matrix(5, 2)]));
        var taken = Arena.Mark();
        Arena.Release(0);
        Assert.Equal(0, Arena.Mark());
        Assert.True(taken > 0);
        Assert.NotSame(rows[0].AsMathNet(), MatrixMath.Zeros(5).AsMathNet());
        Assert.NotSame(matrices[0].AsMathNet(), MatrixMath.Zeros(5, 2).AsMathNet());
    }

    [Fact]
    public void A_record_comes_back_empty()
    {
        LoopRecord record;
        using (Arena.Enter())
        {
            record = Arena.NewRecord();
            record.Begin();
            record.Add(MatrixMath.Ones(2));
        }

        using (Arena.Enter())
        {
            Assert.Same(record, Arena.NewRecord());
            Assert.NotSame(record, Arena.NewRecord());
            record.Begin();
            record.Add(3.0);
            Assert.Equal(3.0, record.Scalar(0, 0));
        }

        Assert.NotSame(record, Arena.NewRecord());
    }

    [Fact]
    public void A_release_gives_back_what_was_taken_since_the_mark()
    {
        using var arena = Arena.Enter();
        var before = MatrixMath.Ones(6);
        var mark = Arena.Mark();
        var since = MatrixMath.Ones(6);
        Arena.Release(mark);
        Assert.Same(ArrayOf(since), ArrayOf(MatrixMath.Zeros(6)));
        Assert.Equal(MatrixMath.Ones(6), before);
    }

    [Fact]
    public void A_loop_carries_what_it_retains_for_one_round()
    {
        using var arena = Arena.Enter();
        var carried = MatrixMath.Ones(6);
        var mark = Arena.Mark();
        for (var round = 0; round < 100; round++)
        {
            carried = Arena.Retain(0.5 * (carried + carried));
            Arena.Release(mark);
            Assert.Equal(mark + 1, Arena.Mark());
            Assert.Equal(MatrixMath.Ones(6), carried);
        }
    }

    [Fact]
    public void What_an_inner_scope_keeps_is_of_the_outer_one()
    {
        Vector ofOuter, ofCaller;
        using (var outer = Arena.Enter())
        {
            using (var inner = Arena.Enter())
            {
                var mark = Arena.Mark();
                (ofOuter, ofCaller) = (Arena.Keep(MatrixMath.Ones(9)), Arena.Keep(MatrixMath.Ones(9)));
                Arena.Release(mark);
            }

            Assert.NotSame(ArrayOf(ofOuter), ArrayOf(MatrixMath.Zeros(9)));
            Assert.Equal(MatrixMath.Ones(9), ofOuter);
            Arena.Keep(ofCaller);
        }

        using (Arena.Enter())
        {
            Assert.DoesNotContain(ArrayOf(ofCaller), Enumerable.Range(0, 9).Select(_ => ArrayOf(MatrixMath.Zeros(9))).ToArray());
        }

        Assert.Equal(MatrixMath.Ones(9), ofCaller);
    }

    [Fact]
    public void The_end_of_an_inner_scope_leaves_the_outer_ones_values()
    {
        using var outer = Arena.Enter();
        var mine = MatrixMath.Ones(9);
        for (var i = 0; i < 3; i++)
        {
            using var inner = Arena.Enter();
            _ = MatrixMath.Zeros(9) + MatrixMath.Zeros(9);
        }

        Assert.Equal(MatrixMath.Ones(9), mine);
    }

    [Fact]
    public void In_a_pause_allocation_is_ordinary()
    {
        using var arena = Arena.Enter();
        var taken = Arena.Mark();
        Vector users, kept;
        using (Arena.Pause())
        {
            users = MatrixMath.Ones(4);
            using var inner = Arena.Enter();
            kept = Arena.Keep(2.0 * MatrixMath.Ones(4));
        }

        Assert.Equal(taken, Arena.Mark());
        _ = MatrixMath.Zeros(4);
        Assert.Equal(taken + 1, Arena.Mark());
        Assert.Equal(MatrixMath.Ones(4), users);
        Assert.Equal(2.0 * MatrixMath.Ones(4), kept);
    }

    [Fact]
    public void A_pause_without_a_scope_does_nothing()
    {
        using (Arena.Pause())
        {
            Assert.Equal(MatrixMath.Zeros(3), MatrixMath.Zeros(3));
        }

        Assert.Null(Pool.Active);
    }

    [Fact]
    public void An_exception_ends_the_scope()
    {
        Assert.Throws<NotPositiveDefiniteException>(() => InScope(() => MatrixMath.Cholesky(-1.0 * MatrixMath.Identity(3)).Column(0)));
        Assert.Null(Pool.Active);
        Assert.Equal(0, Pool.OfThread.Taken);
    }

    [Fact]
    public void What_lies_free_is_dropped()
    {
        var weak = Used();
        for (var i = 0; i < 2 * Pool.Patience; i++)
        {
            InScope(() => MatrixMath.Ones(3));
        }

        GC.Collect();
        Assert.False(weak.IsAlive);
        Assert.Same(ArrayOf(InScope(() => MatrixMath.Ones(3))), ArrayOf(InScope(() => MatrixMath.Ones(3))));

        static WeakReference Used() => new(ArrayOf(InScope(() => MatrixMath.Ones(12345))));
    }

    [Fact]
    public void Those_who_take_turns_allocate_nothing_once_warm()
    {
        // Of large shapes, in different orders and numbers, beyond the time after which what lies free is dropped.
        Action[] turns =
        [
            () => InScope(() => MatrixMath.RowSums(MatrixMath.Zeros(90, 3))),
            () => InScope(() => MatrixMath.Zeros(90, 3) * (MatrixMath.Zeros(3, 90) * MatrixMath.Zeros(90))),
            () => InScope(() => MatrixMath.Zeros(71) + MatrixMath.RowSums(MatrixMath.Zeros(71, 90))),
        ];
        for (var i = 0; i < 60; i++)
        {
            turns[i % 3]();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 3 * Pool.Patience; i++)
        {
            turns[i % 3]();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_place_taken_for_another_shape_is_not_shared()
    {
        InScope(() => MatrixMath.Ones(4));
        using var arena = Arena.Enter();
        var (first, second, third) = (MatrixMath.Ones(5), MatrixMath.Ones(4), MatrixMath.Ones(4));
        Assert.NotSame(ArrayOf(second), ArrayOf(third));
        Assert.Equal((5, 4, 4), (first.Count, second.Count, third.Count));
    }

    [Fact]
    public void Threads_do_not_share()
    {
        var arrays = new System.Collections.Concurrent.ConcurrentBag<double[]>();
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                using var arena = Arena.Enter();
                var x = MatrixMath.Ones(11);
                Assert.Equal(11.0, MatrixMath.Sum(x + MatrixMath.Zeros(11)));
                if (i == 999)
                {
                    arrays.Add(ArrayOf(Arena.Keep(x)));
                }
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(4, arrays.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    private static Vector InScope(Func<Vector> run)
    {
        using var arena = Arena.Enter();
        return run();
    }

    private static double[] ArrayOf(Vector x) => x.AsMathNet().AsArray();
}
