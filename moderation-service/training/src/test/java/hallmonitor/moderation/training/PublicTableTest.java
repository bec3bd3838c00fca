package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicTableTest {
  private static final String HEADER =
      "split\tsource\ttoxic\tobscene\tthreat\tinsult\tidentity\tsexual\tspam\tschool\ttext\n";

  @TempDir Path folder;

  private Corpus read(String content) throws IOException {
    return PublicTable.read(Files.writeString(folder.resolve("public.tsv"), content));
  }

  @Test
  void labelsOfPublicSetsBecomeCategoriesAndBlanksStayUnknown() throws IOException {
    Corpus.Row row = read(HEADER + "dev\tset\t1\t1\t0\t1\t\t\t0\t\twhat a text\n").rows().get(0);

    assertThat(row.split()).isEqualTo(Split.DEV);
    assertThat(row.isOwn()).isFalse();
    assertThat(row.labels()).containsExactlyInAnyOrder(Category.PROFANITY, Category.BULLYING);
    assertThat(row.knows(Category.THREAT)).isTrue();
    assertThat(row.unknown()).contains(Category.HATE, Category.SELF_HARM, Category.UNSIGNED);
    assertThat(row.toxic()).contains(true);
  }

  @Test
  void whatOneSetCallsToxicMayBeAnInsultAlthoughItSaysNo() throws IOException {
    Corpus.Row row = read(HEADER + "train\tset\t1\t\t\t0\t\t\t\t\tx\n").rows().get(0);
    assertThat(row.knows(Category.BULLYING)).isFalse();
  }

  @Test
  void badLinesAreNamedAndTheOthersRead() throws IOException {
    Corpus corpus =
        read(HEADER + "train\tset\t7\t\t\t\t\t\t\t\tx\nshort\ntrain\tset\t\t\t\t\t\t\t\t0\tgood\n");
    assertThat(corpus.rows()).hasSize(1);
    assertThat(corpus.problems())
        .containsExactly(
            folder.resolve("public.tsv") + ":2: a label is 1, 0 or nothing, not 7",
            folder.resolve("public.tsv") + ":3: 11 columns expected, 1 found");
  }

  @Test
  void anotherHeaderIsRefused() {
    assertThatThrownBy(() -> read("text\tlabel\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("public.tsv:1: the header must be split, source");
  }
}
