package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @Test
  void aBadRowIsNamedByFileAndLineAndTheOthersAreRead(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectory(folder.resolve("es")).resolve("a.csv");
    Files.writeString(
        file,
        "id,split,group,labels,text,author,post,parent\n1,train,g,spam hate,hola,,,\n2,train,g,politics,x,,,\n3,exam,g,,x,,,\n4,test,h,,bien,,,\n");
    Corpus corpus = Corpus.read(folder);
    assertThat(corpus.rows()).extracting(Corpus.Row::id).containsExactly("1", "4");
    assertThat(corpus.rows().get(0).language()).isEqualTo("es");
    assertThat(corpus.problems())
        .containsExactly(
            file + ":3: there is no label 'politics'",
            file + ":4: split must be train, dev or test, not 'exam'");
  }

  @Test
  void aFileOfAnotherFormIsNamedOnce(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cases.csv");
    Files.writeString(file, "functionality,test_case,label_gold\na,one,hateful\na,two,hateful\n");
    Corpus corpus = Corpus.read(folder);
    assertThat(corpus.rows()).isEmpty();
    assertThat(corpus.problems())
        .containsExactly(file + ":1: these are no labeled comments: there is no column split");
  }

  @Test
  void theShippedCorpusIsWholeAndNoGroupIsInBothSplits() throws IOException {
    Corpus corpus = Corpus.read(Path.of("corpus"));
    assertThat(corpus.problems()).isEmpty();
    Map<String, Split> splits = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    for (Corpus.Row row : corpus.rows()) {
      Split before = splits.putIfAbsent(row.group(), row.split());
      assertThat(before == null || before == row.split()).as(row.group()).isTrue();
      assertThat(texts.put(row.id(), row.group())).as("two rows are called " + row.id()).isNull();
    }
    assertThat(corpus.rows()).filteredOn(r -> r.language().equals("en")).hasSizeGreaterThan(4_000);
    assertThat(corpus.rows()).filteredOn(r -> r.language().equals("es")).hasSizeGreaterThan(2_000);
  }
}
