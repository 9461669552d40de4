//! Densities of samples: Gaussian kernels.

/// The density of a sample at `count` places, from `first` on, `step` apart: the mean of the bells around its values, whose standard
/// deviation is `width`.
///
/// A bell is known from one place to the next by two products: where it is e^(-t²/2), it is e^(-td - d²/2) times that at t + d, and this
/// factor e^(-d²) times itself one place farther. It is begun at the place nearest to its middle, so that what is rounded
/// off grows only where little is left of it.
pub(crate) fn densities(sample: &[f64], first: f64, step: f64, count: usize, width: f64) -> Vec<f64> {
    let mut sums = vec![0.0; count];
    let Some(last) = count.checked_sub(1) else { return sums };
    let d = step / width;
    let shrink = libm::exp(-d * d);
    for &value in sample {
        let nearest = (((value - first) / step).round() as usize).min(last);
        let t = (first + step * nearest as f64 - value) / width;
        let top = libm::exp(-0.5 * t * t);
        sums[nearest] += top;
        for (up, t) in [(true, t), (false, -t)] {
            let (mut bell, mut factor) = (top, libm::exp(-(t + 0.5 * d) * d));
            let rest = if up { last - nearest } else { nearest };
            for k in 1..=rest {
                bell *= factor;
                factor *= shrink;
                // nothing of it would be seen in the sum
                if bell < 1e-30 {
                    break;
                }
                sums[if up { nearest + k } else { nearest - k }] += bell;
            }
        }
    }
    let area = sample.len() as f64 * width * (2.0 * std::f64::consts::PI).sqrt();
    for sum in &mut sums {
        *sum /= area;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bells_are_what_they_are() {
        let sample = [0.0, 0.3, 1.0, 7.0];
        let found = densities(&sample, 0.0, 0.07, 101, 0.5);
        for (k, found) in found.iter().enumerate() {
            let at = 0.07 * k as f64;
            let mut sum = 0.0;
            for v in sample {
                sum += libm::exp(-0.5 * ((at - v) / 0.5) * ((at - v) / 0.5));
            }
            let exact = sum / (4.0 * 0.5 * (2.0 * std::f64::consts::PI).sqrt());
            assert!((found - exact).abs() <= 1e-12 * exact, "at {at}: {found}, and not {exact}");
        }
        assert_eq!(densities(&[], 0.0, 1.0, 0, 1.0), []);
    }
}
