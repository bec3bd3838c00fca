package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.ScoreTable.Calibration;

/** Fits a logistic curve to raw scores, with Platt's softened targets (Platt 1999; Lin, Lin and Weng 2007). */
final class Platt {
  private static final int STEPS = 100;
  private static final double RIDGE = 1e-6;

  private Platt() {}

  /** Gives back the raw score unchanged when there is nothing to learn from. */
  static Calibration fit(double[] raw, boolean[] applies) {
    int yes = 0;
    for (boolean a : applies) {
      yes += a ? 1 : 0;
    }
    int no = raw.length - yes;
    if (yes == 0 || no == 0) {
      return new Calibration(1, 0);
    }
    double high = (yes + 1.0) / (yes + 2.0);
    double low = 1 / (no + 2.0);
    double slope = 1;
    double shift = 0;
    for (int step = 0; step < STEPS; step++) { // Newton's method on two parameters
      double gSlope = 0;
      double gShift = 0;
      double hSlope = RIDGE;
      double hBoth = 0;
      double hShift = RIDGE;
      for (int i = 0; i < raw.length; i++) {
        double p = 1 / (1 + Math.exp(-(slope * raw[i] + shift)));
        double error = p - (applies[i] ? high : low);
        double weight = p * (1 - p);
        gSlope += error * raw[i];
        gShift += error;
        hSlope += weight * raw[i] * raw[i];
        hBoth += weight * raw[i];
        hShift += weight;
      }
      double determinant = hSlope * hShift - hBoth * hBoth;
      double dSlope = (hShift * gSlope - hBoth * gShift) / determinant;
      double dShift = (hSlope * gShift - hBoth * gSlope) / determinant;
      slope -= Math.max(-1, Math.min(1, dSlope));
      shift -= Math.max(-1, Math.min(1, dShift));
      if (Math.abs(dSlope) + Math.abs(dShift) < 1e-9) {
        break;
      }
    }
    return new Calibration(slope, shift);
  }
}
