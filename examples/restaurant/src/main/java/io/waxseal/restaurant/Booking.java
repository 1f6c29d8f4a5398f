package io.waxseal.restaurant;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** A booking as a small PDF of one page. Source: ISO 32000-1, 7.5. */
final class Booking {
  private Booking() {}

  /**
   * Writes the page.
   *
   * @param people for how many
   * @return the file
   */
  static byte[] pdf(String people) {
    String text = "BT /F1 18 Tf 72 720 Td (Table for " + people + ") Tj ET";
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    List<Integer> offsets = new ArrayList<>();
    for (String object : List.of(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + " /Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")) {
      offsets.add(pdf.length());
      pdf.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 6\n0000000000 65535 f \n");
    offsets.forEach(offset -> pdf.append("%010d 00000 n \n".formatted(offset)));
    pdf.append("trailer << /Size 6 /Root 1 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString().getBytes(ISO_8859_1);
  }
}
