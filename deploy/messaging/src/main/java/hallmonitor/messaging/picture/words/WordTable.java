package hallmonitor.messaging.picture.words;

import hallmonitor.messaging.picture.words.WordLine.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tesseract's answer as tab-separated values: a row for each page, block, paragraph, line and word
 * (https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html, "TSV").
 */
final class WordTable {
  private static final int COLUMNS = 12;
  private static final String WORD = "5";

  private WordTable() {}

  /** Returns the lines. Rows that are not complete are left out. */
  static List<WordLine> read(String table) {
    Map<String, List<Word>> lines = new LinkedHashMap<>();
    for (String row : table.split("\n")) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length == COLUMNS && cells[0].equals(WORD) && !cells[11].isBlank()) {
        lines
            .computeIfAbsent(
                String.join("/", cells[1], cells[2], cells[3], cells[4]), l -> new ArrayList<>())
            .add(word(cells));
      }
    }
    return lines.values().stream().map(WordLine::new).toList();
  }

  private static Word word(String[] cells) {
    return new Word(
        cells[11].strip(),
        Double.parseDouble(cells[10]),
        Integer.parseInt(cells[6]),
        Integer.parseInt(cells[7]),
        Integer.parseInt(cells[8]),
        Integer.parseInt(cells[9]));
  }
}
