package dev.segue.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionFileTest {
  @TempDir private Path folder;

  private Interactions read(String text) throws Exception {
    return InteractionFile.read(file(text), new Ids(), new Ids());
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("data.txt"), text);
  }

  private static List<String> lines(Interactions read) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      String time = read.time(i) == Interactions.UNKNOWN_TIME ? "?" : "" + read.time(i);
      lines.add(
          "%s %s %s %s"
              .formatted(
                  read.users().id(read.user(i)),
                  read.items().id(read.item(i)),
                  read.value(i),
                  time));
    }
    return lines;
  }

  @Test
  void publishedFormsAreRead() throws Exception {
    assertThat(lines(read("196\t242\t3\t881250949\n186\t302\t3.5\t891717742\n")))
        .containsExactly("196 242 3.0 881250949", "186 302 3.5 891717742");
    assertThat(lines(read("1::1193::5::978300760\n"))).containsExactly("1 1193 5.0 978300760");
    assertThat(lines(read("userID\tartistID\tweight\r\n2\t51\t13883\r\n\r\n2\t52\t1\r\n")))
        .containsExactly("2 51 13883.0 ?", "2 52 1.0 ?");
    assertThat(lines(read("listener,track,plays\nuser,1,4\n"))).containsExactly("user 1 4.0 ?");
    assertThat(lines(read("user,1,4\n"))).containsExactly("user 1 4.0 ?");
    assertThat(lines(read("userId,movieId,rating,timestamp\n1,1,4.0,964982703\n")))
        .containsExactly("1 1 4.0 964982703");
  }

  @Test
  void quotesAndMarksOfOtherPrograms() throws Exception {
    assertThat(lines(read("1\t\"Weird Al\" Yankovic\t5\n2\t\"Heroes\t1\n")))
        .containsExactly("1 \"Weird Al\" Yankovic 5.0 ?", "2 \"Heroes 1.0 ?");
    assertThat(lines(read("\uFEFFuser,item\nann,x\n"))).containsExactly("ann x 1.0 ?");
  }

  @Test
  void whatIsMissingIsAsUsual() throws Exception {
    assertThat(lines(read("user;item\nann;x\nbob;y\n")))
        .containsExactly("ann x 1.0 ?", "bob y 1.0 ?");
    assertThat(lines(read("ann,\"Smith, J\",2,2024-11-27T00:00:00Z\nann,y,1,\n")))
        .containsExactly("ann Smith, J 2.0 1732665600", "ann y 1.0 ?");
  }

  @Test
  void onlyPlaysCount() throws Exception {
    assertThat(
            lines(
                read(
                    """
                    user,track,plays,timestamp,type,time_of_day
                    ann,x,1,10,play,evening
                    ann,y,1,20,skip,evening
                    ann,z,2,30,,
                    ann,z,1,40,like
                    bob,z,1,50
                    """)))
        .containsExactly("ann x 1.0 10", "ann z 2.0 30", "bob z 1.0 50");
    assertThatThrownBy(() -> read("user,track,plays,timestamp,type\nann,x,1,10,play,evening\n"))
        .hasMessageContaining("line 2: a line has 2 to 5 fields, this one 6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      value = {
        "a,x,oops | line 1: the third field is a number, but for a header's, which begins with"
            + " 'user': 'a x oops'",
        "a,x,1\\na,y,two | line 2: the third field is a number: 'a y two'",
        "a,x,1\\na,y,NaN | line 2: the third field is a number",
        "a,x,1\\na,y,3f | line 2: the third field is a number",
        "a,x,1\\na,y,1,1e19 | line 2: the fourth field is a time",
        "a,x,1\\na,y,1e39 | line 2: the third field is a number",
        "a,x,1\\na | line 2: a line has 2 to 4 fields, this one 1",
        "a,x,1,2,3 | line 1: a line has 2 to 4 fields, this one 5",
        "a,x,1\\n,y,1 | line 2: the first two fields, a user and an item, are not empty",
        "a,x,1,yesterday | line 1: the fourth field is a time",
        "a b c | line 1: fields are parted by",
        "user,item,plays | has no records",
        "´´ | has no records",
        "a,x,1\\na,\"y,1 | after line 1: a quote is not closed"
      })
  void whatIsNoRecordIsNamed(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("data.txt")
        .hasMessageContaining(message);
  }

  @Test
  void whatIsNoTextIsNamed() throws Exception {
    Path file = folder.resolve("latin");
    Files.write(file, "a,Dvo\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> InteractionFile.read(file, new Ids(), new Ids()))
        .hasMessageContaining("is not UTF-8");
    assertThatThrownBy(() -> InteractionFile.read(folder.resolve("none"), new Ids(), new Ids()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void partsOfTheSameDataShareNumbers() throws Exception {
    Ids users = new Ids();
    Ids items = new Ids();
    InteractionFile.read(file("a,x\nb,y\n"), users, items);
    Interactions second = InteractionFile.read(file("b,z\nc,x\n"), users, items);
    assertThat(second.user(0)).isEqualTo(1);
    assertThat(second.item(1)).isZero();
    assertThat(users.size()).isEqualTo(3);
    assertThat(second.distinctUsers()).isEqualTo(2);
  }

  @Test
  void severalRecordsOfAPairBecomeOne() throws Exception {
    Interactions read = read("a,x,2,10\nb,x,1,5\na,x,5,7\na,x,4,10\n");
    assertThat(lines(read.added())).containsExactly("a x 11.0 10", "b x 1.0 5");
    assertThat(lines(read.latest())).containsExactly("a x 4.0 10", "b x 1.0 5");
    assertThat(lines(read("a,x,2\na,x,3\n").latest())).containsExactly("a x 3.0 ?");
  }
}
