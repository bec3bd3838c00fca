package hallmonitor.moderation.training.backtest;

/** Thrown when a backtest cannot run, with a sentence that says what to do. */
final class BacktestException extends RuntimeException {
  BacktestException(String sentence) {
    super(sentence);
  }
}
