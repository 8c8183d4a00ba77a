using Tthc.Engine.Dossiers.AtHand;

namespace Tthc.Engine.Tests.Dossiers;

public sealed class GenerationCacheTests
{
    private readonly GenerationCache<int, int> _cache = new(capacity: 4);

    [Fact]
    public void Keeps_what_is_used_and_drops_what_is_not()
    {
        for (var i = 1; i <= 20; i++)
        {
            _cache.Put(i, i);
            Assert.True(_cache.TryGet(1, out _));
        }

        Assert.False(_cache.TryGet(2, out _));
        Assert.True(_cache.TryGet(20, out var last));
        Assert.Equal(20, last);
    }

    [Fact]
    public void Forgets_only_what_is_older()
    {
        for (var i = 1; i <= 6; i++)
            _cache.Put(i, 10);
        // One in each generation.
        foreach (var key in new[] { 1, 6 })
        {
            _cache.Remove(key, known => known < 10);
            Assert.True(_cache.TryGet(key, out _));
            _cache.Remove(key, known => known < 11);
            Assert.False(_cache.TryGet(key, out _));
        }
        _cache.Remove(99, _ => true);
    }

    [Fact]
    public void Puts_nothing_in_the_place_of_what_is_better()
    {
        _cache.Put(1, 5, known => known <= 5);
        _cache.Put(1, 3, known => known <= 3);
        Assert.True(_cache.TryGet(1, out var kept));
        Assert.Equal(5, kept);
    }
}
