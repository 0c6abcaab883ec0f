//! Sorting that is compiled once.
//!
//! The standard library’s sort is compiled anew for every type and every order, eight kilobytes each: eighty of them were a
//! tenth of the program. Here one sort puts numbers in order, whatever they stand for, and the elements follow. That takes
//! a list of its own and a call for each comparison, so what sorts the words or the names of a whole pack sorts by itself.

use std::cmp::Ordering;

/// Puts the elements of a slice in order; those that are equal stay as they were.
pub trait InOrder<T> {
    /// By what a comparison says.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By a key, found anew for each comparison.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// By a key that takes longer to find, found once for each element.
    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let order = order(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        follow(self, order);
    }

    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        follow(self, order(keys.len(), &mut |a, b| keys[a].cmp(&keys[b])));
    }
}

/// The numbers below a length, in the order that a comparison of two of them says.
fn order(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Moves every element to its place, given which one goes there. Each circle of places is gone round once.
fn follow<T>(slice: &mut [T], mut order: Vec<usize>) {
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let from = std::mem::replace(&mut order[at], at);
            slice.swap(at, from);
            at = from;
        }
        order[at] = at;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_the_standard_sort(
            numbers in prop::collection::vec((0..20_u8, any::<u16>()), 0..60),
        ) {
            let mut sorted = numbers.clone();
            sorted.sort_by_key(|(key, _)| *key);
            let mut by_key = numbers.clone();
            by_key.order_by_key(|(key, _)| *key);
            prop_assert_eq!(&by_key, &sorted);
            let mut by_cached_key = numbers.clone();
            by_cached_key.order_by_cached_key(|(key, _)| *key);
            prop_assert_eq!(&by_cached_key, &sorted);
            let mut backwards = numbers;
            backwards.order_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            prop_assert!(backwards.is_sorted_by(|a, b| a.0 > b.0 || a.0 == b.0 && a.1 <= b.1));
        }
    }
}
