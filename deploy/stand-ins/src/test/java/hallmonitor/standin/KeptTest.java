package hallmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {
  @TempDir Path folder;

  private MetaComments open() throws IOException {
    return new MetaComments(
        kept("comments", MetaComment.class),
        kept("blocked", String.class),
        InstantSource.system(),
        "7_",
        false);
  }

  private <T> Kept<T> kept(String name, Class<T> type) throws IOException {
    return new Kept<>(Optional.of(folder.resolve(name + ".ndjson")), type);
  }

  @Test
  void whatWasWrittenHiddenBlockedAndDeletedIsSoAfterARestart() throws IOException {
    MetaComments before = open();
    String stays = before.comment("stays");
    String hidden = before.reply(stays, "hidden");
    String gone = before.comment("gone");
    before.edit(stays, "stays, edited");
    before.setHidden(hidden, true);
    before.block("5550001", true);
    before.delete(gone);

    MetaComments after = open();
    assertThat(after.all()).isEqualTo(before.all());
    assertThat(after.find(stays).orElseThrow().text()).isEqualTo("stays, edited");
    assertThat(after.shows(hidden)).isFalse();
    assertThat(after.find(gone)).isEmpty();
    assertThat(after.mayWrite(stays)).isFalse();
    assertThat(after.comment("next")).as("an id is given once").isNotEqualTo(gone);
  }

  @Test
  void aLineThatAKillLeftUnfinishedIsForgotten() throws IOException {
    String id = open().comment("whole");
    Files.writeString(folder.resolve("comments.ndjson"), "{\"id\":\"7_", StandardOpenOption.APPEND);

    assertThat(open().all()).extracting(SaidComment::id).containsExactly(id);
    assertThat(open().comment("next")).isNotEqualTo(id);
  }
}
