package hallmonitor.moderation.training;

import java.util.Arrays;

/**
 * Logistic regression over a few inputs, by Newton's method with a ridge penalty. With one input
 * and softened targets it is Platt's calibration (Platt 1999; Lin, Lin and Weng 2007); with several
 * it stacks scores (Wolpert 1992).
 */
final class LogisticFit {
  private static final int STEPS = 100;

  private LogisticFit() {}

  /**
   * Fits coefficients.
   *
   * @param inputs one row per example, all of the same length
   * @param weights of the examples, above 0
   * @param ridge penalty on squared coefficients, per unit of weight; keeps them finite if the
   *     classes are separable
   * @return one coefficient per input, then the constant; all 0 but the first if there is nothing
   *     to learn from
   */
  static double[] fit(double[][] inputs, boolean[] applies, double[] weights, double ridge) {
    int size = inputs.length == 0 ? 1 : inputs[0].length;
    double[] c = new double[size + 1];
    c[0] = 1;
    double yes = 0;
    double no = 0;
    for (int i = 0; i < inputs.length; i++) {
      yes += applies[i] ? weights[i] : 0;
      no += applies[i] ? 0 : weights[i];
    }
    if (yes == 0 || no == 0) {
      return c;
    }
    double high = (yes + 1) / (yes + 2);
    double low = 1 / (no + 2);
    double scaled = ridge * (yes + no);
    double before = loss(inputs, applies, weights, high, low, scaled, c);
    for (int step = 0; step < STEPS; step++) {
      double[] move = newton(inputs, applies, weights, high, low, scaled, c);
      double share = 1;
      double[] next = moved(c, move, share);
      double after = loss(inputs, applies, weights, high, low, scaled, next);
      while (after > before && share > 1e-6) {
        share /= 2;
        next = moved(c, move, share);
        after = loss(inputs, applies, weights, high, low, scaled, next);
      }
      if (before - after < 1e-9 * before) {
        break;
      }
      c = next;
      before = after;
    }
    return c;
  }

  /**
   * Fits coefficients of inputs with very different spreads, such as scores and logits: the ridge
   * weighs on each as if all spreads were equal.
   *
   * @return coefficients of the inputs as they are, then the constant
   */
  static double[] fitOfEqualSpread(
      double[][] inputs, boolean[] applies, double[] weights, double ridge) {
    int size = inputs.length == 0 ? 0 : inputs[0].length;
    double[] mean = new double[size];
    double[] spread = new double[size];
    for (int k = 0; k < size; k++) {
      int column = k;
      mean[k] = Arrays.stream(inputs).mapToDouble(row -> row[column]).average().orElse(0);
      double variance =
          Arrays.stream(inputs)
              .mapToDouble(row -> row[column] - mean[column])
              .map(difference -> difference * difference)
              .average()
              .orElse(0);
      spread[k] = variance == 0 ? 1 : Math.sqrt(variance);
    }
    double[][] equal = new double[inputs.length][size];
    for (int i = 0; i < inputs.length; i++) {
      for (int k = 0; k < size; k++) {
        equal[i][k] = (inputs[i][k] - mean[k]) / spread[k];
      }
    }
    double[] fit = fit(equal, applies, weights, ridge);
    for (int k = 0; k < size; k++) {
      fit[k] /= spread[k];
      fit[fit.length - 1] -= fit[k] * mean[k];
    }
    return fit;
  }

  /** Returns the log-odds of inputs. */
  static double logOdds(double[] coefficients, double[] inputs) {
    double z = coefficients[inputs.length];
    for (int k = 0; k < inputs.length; k++) {
      z += coefficients[k] * inputs[k];
    }
    return z;
  }

  private static double[] moved(double[] c, double[] move, double share) {
    double[] next = c.clone();
    for (int k = 0; k < c.length; k++) {
      next[k] -= share * move[k];
    }
    return next;
  }

  private static double[] newton(
      double[][] inputs,
      boolean[] applies,
      double[] weights,
      double high,
      double low,
      double ridge,
      double[] c) {
    int n = c.length;
    double[] gradient = new double[n];
    double[][] hessian = new double[n][n];
    double[] x = new double[n];
    x[n - 1] = 1;
    for (int i = 0; i < inputs.length; i++) {
      System.arraycopy(inputs[i], 0, x, 0, n - 1);
      double p = 1 / (1 + Math.exp(-logOdds(c, inputs[i])));
      double error = weights[i] * (p - (applies[i] ? high : low));
      double curve = weights[i] * p * (1 - p);
      for (int a = 0; a < n; a++) {
        gradient[a] += error * x[a];
        for (int b = 0; b < n; b++) {
          hessian[a][b] += curve * x[a] * x[b];
        }
      }
    }
    for (int a = 0; a < n - 1; a++) {
      gradient[a] += ridge * c[a];
      hessian[a][a] += ridge;
    }
    hessian[n - 1][n - 1] += 1e-9;
    return solved(hessian, gradient);
  }

  /** Solves by Gaussian elimination with pivoting; overwrites both arguments. */
  private static double[] solved(double[][] a, double[] b) {
    int n = b.length;
    for (int col = 0; col < n; col++) {
      int best = col;
      for (int row = col + 1; row < n; row++) {
        best = Math.abs(a[row][col]) > Math.abs(a[best][col]) ? row : best;
      }
      double[] swapped = a[col];
      a[col] = a[best];
      a[best] = swapped;
      double value = b[col];
      b[col] = b[best];
      b[best] = value;
      for (int row = col + 1; row < n; row++) {
        double factor = a[col][col] == 0 ? 0 : a[row][col] / a[col][col];
        for (int k = col; k < n; k++) {
          a[row][k] -= factor * a[col][k];
        }
        b[row] -= factor * b[col];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int k = row + 1; k < n; k++) {
        b[row] -= a[row][k] * b[k];
      }
      b[row] = a[row][row] == 0 ? 0 : b[row] / a[row][row];
    }
    return b;
  }

  private static double loss(
      double[][] inputs,
      boolean[] applies,
      double[] weights,
      double high,
      double low,
      double ridge,
      double[] c) {
    double loss = 0;
    for (int k = 0; k < c.length - 1; k++) {
      loss += ridge * c[k] * c[k] / 2;
    }
    for (int i = 0; i < inputs.length; i++) {
      double z = logOdds(c, inputs[i]);
      double target = applies[i] ? high : low;
      loss += weights[i] * (Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - target * z);
    }
    return loss;
  }
}
