package hallmonitor.moderation.training.backtest;

/** What keeps a backtest from running, in a sentence that says what to do. */
final class BacktestException extends RuntimeException {
  BacktestException(String sentence) {
    super(sentence);
  }
}
