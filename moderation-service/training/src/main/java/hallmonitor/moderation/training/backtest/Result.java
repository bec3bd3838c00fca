package hallmonitor.moderation.training.backtest;

import java.util.List;

/**
 * The result of a backtest.
 *
 * @param history where the comments came from
 * @param bad lines that could not be read
 * @param model hash of the rules and models that judged both sides
 */
record Result(Side inForce, Side draft, String history, long bad, String model, Tally tally) {
  List<BacktestNeutrality.Rate> rates() {
    return BacktestNeutrality.of(tally);
  }
}
