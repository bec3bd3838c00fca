package hallmonitor.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.standin.StandIn;
import org.junit.jupiter.api.Test;

/**
 * The contract for a platform where replies have one depth: see {@link
 * #anAnswerToAReplyBelongsToTheFirstComment}.
 *
 * @param <S> the stand-in
 */
public abstract class OneDepthContract<S extends StandIn> extends StandInContract<S> {
  @Override
  protected final boolean threads() {
    return false;
  }

  /** Where the platform has one depth. */
  @Test
  public void anAnswerToAReplyBelongsToTheFirstComment() {
    Reading reading = reading().untilLive();
    String first = site.comment(text("question"));
    String answer = site.reply(first, text("answer"));
    String doubt = site.reply(answer, text("doubt"));
    assertThat(reading.seen(answer, Kind.CREATED).parent()).contains(first);
    assertThat(reading.seen(doubt, Kind.CREATED).parent()).contains(first);
  }
}
