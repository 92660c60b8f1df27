// Pages of foreign PDFs as figures: what is taken out of them, and what hostile ones are answered with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>

#include "base/limits.h"
#include "image/picture.h"
#include "pdf_maker.h"

namespace banxin {
namespace {

using testing::HasSubstr;
using testing::Not;

Result<std::shared_ptr<const Picture>> read(const std::string& bytes, int page = 1) {
  return read_picture(bytes, "plan.pdf", PictureLimits{}, {page, ""});
}

std::shared_ptr<const Picture> sound(const PdfRecipe& recipe) {
  const auto picture = read(make_pdf(recipe));
  EXPECT_TRUE(picture) << picture.failure().message.code;
  return picture ? *picture : nullptr;
}

std::string code_of(const PdfRecipe& recipe) {
  const auto picture = read(make_pdf(recipe));
  return picture ? "" : picture.failure().message.code;
}

std::string content_of(const PdfRecipe& recipe) { return *sound(recipe)->vector.objects.front().stream; }

/// All that would stand in a file, holes as `@`.
std::string everything(const Picture& picture) {
  std::string all;
  const auto add = [&](const VectorFigure::Value& value) {
    std::size_t done = 0;
    for (const VectorFigure::Hole& hole : value.holes) {
      all += value.text.substr(done, hole.offset - done) + "@";
      done = hole.offset;
    }
    all += value.text.substr(done) + "\n";
  };
  for (const VectorFigure::Object& object : picture.vector.objects) {
    add(object.value);
    for (const auto& [key, value] : object.entries) {
      all += key + " ";
      add(value);
    }
    all += object.stream.value_or("");
  }
  return all;
}

TEST(PdfPage, IsAsLargeAsItsTrimBoxAndUprightWhenTurned) {
  const auto lying = sound({.page = "/MediaBox[0 0 300 200]/TrimBox[10 20 210 170]"});
  EXPECT_EQ(lying->format, Picture::Format::vector);
  EXPECT_EQ(lying->upright_width(), 20000);
  EXPECT_EQ(lying->upright_height(), 15000);
  const auto turned = sound({.page = "/MediaBox[0 0 300 200]/Rotate 90"});
  EXPECT_EQ(turned->upright_width(), 20000);
  EXPECT_EQ(turned->upright_height(), 30000);
}

TEST(PdfPage, FillsTheUnitSquareHoweverItIsTurned) {
  const auto matrix = [](const char* page) {
    const auto picture = sound({.page = page});
    for (const auto& [key, value] : picture->vector.objects.front().entries) {
      if (key == "Matrix") return value.text;
    }
    return std::string();
  };
  EXPECT_EQ(matrix("/MediaBox[10 20 110 220]"), "[0.010000000 0.000000000 0.000000000 0.005000000 -0.100000000 -0.100000000]");
  // Clockwise: the left edge comes to the top, the foot to the left.
  EXPECT_EQ(matrix("/MediaBox[0 0 100 200]/Rotate 90"), "[0.000000000 -0.010000000 0.005000000 0.000000000 -0.000000000 1.000000000]");
  EXPECT_EQ(matrix("/MediaBox[0 0 100 200]/Rotate -90"), "[0.000000000 0.010000000 -0.005000000 0.000000000 1.000000000 -0.000000000]");
  EXPECT_EQ(matrix("/MediaBox[0 0 100 200]/Rotate 180"), "[-0.010000000 0.000000000 0.000000000 -0.005000000 1.000000000 1.000000000]");
}

TEST(PdfPage, BeginsInTheStateThatItsContentTakesForGranted) {
  EXPECT_THAT(content_of({}), testing::StartsWith("0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts\n"));
}

TEST(PdfPage, LosesMarksUnknownOperatorsAndIsBalanced) {
  const std::string content = content_of({.content = "Q /P<</MCID 0>>BDC BX q 1 0 0 1 0 0 cm 0 0 m 9 9 l S EX wrong /X MP EMC"});
  EXPECT_THAT(content, testing::EndsWith("q\n1 0 0 1 0 0 cm\n0 0 m\n9 9 l\nS\nQ\n"));
}

TEST(PdfPage, PrintsNeutralColoursInBlackInk) {
  const auto picture = sound({.content = "0.2 0.20 .2 rg 0 0 0 1 k 0 0 0 .25 K 1 1 1 RG"});
  EXPECT_THAT(*picture->vector.objects.front().stream, testing::EndsWith("0.2 g\n0.0000 g\n0.7500 G\n1 G\n"));
  EXPECT_EQ(picture->components, Picture::Components::gray);
  EXPECT_EQ(sound({.content = "1 0 0 rg"})->components, Picture::Components::rgb);
  EXPECT_EQ(sound({.content = "1 0 0 rg 1 0 0 0 k"})->components, Picture::Components::cmyk);
  // A page that says what its device colours mean leaves nothing to the printing condition.
  const auto defined = sound({.content = "1 0 0 rg", .resources = "/ColorSpace<</DefaultRGB[/CalRGB<</WhitePoint[1 1 1]>>]>>"});
  EXPECT_EQ(defined->components, Picture::Components::gray);
  EXPECT_THAT(everything(*defined), HasSubstr("/DefaultRGB [/CalRGB"));
}

TEST(PdfPage, KeepsWhatItUsesAlone) {
  const auto picture = sound(
      {.content = "/A Do",
       .resources = "/XObject<</A 10 0 R/B 11 0 R>>/Font<</F 12 0 R>>",
       .objects = "10 0 obj" + pdf_stream("/Subtype/Form/BBox[0 0 9 9]/F(outside.bin)/Metadata 11 0 R/StructParents 3", "0 0 m 1 1 l S") +
                  "endobj\n11 0 obj" + pdf_stream("/Subtype/Form/BBox[0 0 9 9]", "unused") +
                  "endobj\n12 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj"});
  const std::string all = everything(*picture);
  EXPECT_EQ(picture->vector.objects.size(), 2u);
  EXPECT_THAT(all, HasSubstr("0 0 m\n1 1 l\nS\n"));
  for (const char* gone : {"unused", "Helvetica", "outside.bin", "Metadata", "StructParents", "Parent"})
    EXPECT_THAT(all, Not(HasSubstr(gone)));
  EXPECT_FALSE(picture->vector.archive_fault);
}

TEST(PdfPage, LeavesOutLayersThatAreSwitchedOff) {
  const PdfRecipe recipe{.content = "/OC/L BDC 0 0 m 5 5 l S EMC /OC/M BDC 0 0 m 7 7 l S EMC /A Do",
                         .resources = "/Properties<</L 10 0 R/M 11 0 R>>/XObject<</A 12 0 R>>",
                         .catalog = "/OCProperties<</OCGs[10 0 R 11 0 R]/D<</OFF[10 0 R]>>>>",
                         .objects = "10 0 obj<</Type/OCG/Name(off)>>endobj\n11 0 obj<</Type/OCG/Name(on)>>endobj\n12 0 obj" +
                                    pdf_stream("/Subtype/Form/BBox[0 0 9 9]/OC 10 0 R", "0 0 m 8 8 l S") + "endobj"};
  const std::string all = everything(*sound(recipe));
  EXPECT_THAT(all, HasSubstr("5 5 l\nn\n"));
  EXPECT_THAT(all, HasSubstr("7 7 l\nS\n"));
  EXPECT_THAT(all, Not(HasSubstr("8 8 l")));
}

TEST(PdfPage, TellsWhatArchiveFilesForbid) {
  const auto fault = [](const PdfRecipe& recipe) {
    const auto picture = sound(recipe);
    const std::optional<Diagnostic>& found = picture->vector.archive_fault;
    return found ? found->message.code : "";
  };
  EXPECT_EQ(fault({}), "");
  EXPECT_EQ(fault({.content = "BT /F 9 Tf (a) Tj ET",
                   .resources = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>"}),
            "image-pdf-font-missing");
  EXPECT_EQ(fault({.content = "/I Do",
                   .resources = "/XObject<</I 10 0 R>>",
                   .objects = "10 0 obj" + pdf_stream("/Subtype/Image/Width 1/Height 1/Filter/JPXDecode", "x") + "endobj"}),
            "image-pdf-forbidden");
  EXPECT_EQ(fault({.content = "/Nowhere Do"}), "image-pdf-forbidden");
}

TEST(PdfPage, TellsOfLettersWithoutText) {
  const auto unmapped = [](const std::string& encoding) {
    const auto picture =
        sound({.content = "BT /F 9 Tf (a) Tj ET", .resources = "/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/A" + encoding + ">>>>"});
    return picture->vector.unmapped_text.has_value();
  };
  EXPECT_TRUE(unmapped(""));
  EXPECT_TRUE(unmapped("/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/g17]>>"));
  EXPECT_FALSE(unmapped("/Encoding/WinAnsiEncoding"));
  EXPECT_FALSE(unmapped("/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/uni4E00/quoteleft]>>"));
}

TEST(PdfPage, TellsOfTransparency) {
  const auto transparent = [](const PdfRecipe& recipe) { return sound(recipe)->vector.needs_pdf_1_7.has_value(); };
  EXPECT_FALSE(transparent({.page = "/MediaBox[0 0 9 9]/Group<</S/Transparency/CS/DeviceRGB>>"})) << "a group with nothing to blend";
  EXPECT_TRUE(transparent({.content = "/G gs", .resources = "/ExtGState<</G<</ca .5>>>>"}));
  EXPECT_TRUE(transparent({.content = "/G gs", .resources = "/ExtGState<</G<</BM/Multiply>>>>"}));
  EXPECT_FALSE(transparent({.content = "/G gs", .resources = "/ExtGState<</G<</ca 1/BM/Normal/SMask/None>>>>"}));
}

TEST(PdfPage, HasNoPageBeyondTheLast) {
  const auto picture = read(make_pdf({}), 2);
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.failure().message.code, "image-pdf-page");
}

/// The file with passwords to open and to change it.
std::string encrypted(const std::string& bytes, const char* to_open, const char* to_change) {
  QPDF document;
  document.setSuppressWarnings(true);
  document.processMemoryFile("plain", bytes.data(), bytes.size());
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters(to_open, to_change, true, false, false, false, false, false, qpdf_r3p_none, true);
  writer.write();
  const std::unique_ptr<Buffer> buffer(writer.getBuffer());
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

TEST(PdfPage, RefusesOneThatOpensOnlyWithAPassword) {
  const auto picture = read(encrypted(make_pdf({}), "geheim", "noch geheimer"));
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.failure().message.code, "image-pdf-encrypted");
}

/// Everybody may see and print it: its content is taken out deciphered.
TEST(PdfPage, IsDrawnWhenAPasswordIsNeededToChangeItAlone) {
  const std::string file = encrypted(make_pdf({.content = "0 0 m 100 100 l S"}), "", "geheim");
  ASSERT_EQ(file.find("0 0 m 100 100 l S"), std::string::npos) << "it is not encrypted";
  const auto picture = read(file);
  ASSERT_TRUE(picture) << picture.failure().message.code;
  EXPECT_THAT(*(*picture)->vector.objects.front().stream, HasSubstr("0 0 m\n100 100 l\nS"));
}

TEST(PdfPage, RefusesContentThatDrawsItself) {
  const std::string form = "10 0 obj" + pdf_stream("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</B 11 0 R>>>>", "/B Do") +
                           "endobj\n11 0 obj" + pdf_stream("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 10 0 R>>>>", "/A Do") +
                           "endobj";
  EXPECT_EQ(code_of({.content = "/A Do", .resources = "/XObject<</A 10 0 R>>", .objects = form}), "image-pdf-recursive");
  EXPECT_EQ(code_of({.content = "/Pattern cs /P scn",
                     .resources = "/Pattern<</P 10 0 R>>",
                     .objects = "10 0 obj" + pdf_stream("/PatternType 1/Resources<</Pattern<</P 10 0 R>>>>", "/P scn") + "endobj"}),
            "image-pdf-recursive");
}

/// So many forms within one another, a page's content the first of them.
PdfRecipe nested_forms(std::size_t count) {
  std::string forms;
  for (std::size_t i = 10; i < 9 + count; ++i) {
    forms += fmt::format("{} 0 obj{}endobj\n", i,
                         pdf_stream(fmt::format("/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {} 0 R>>>>", i + 1), "/A Do"));
  }
  return {.content = "/A Do", .resources = "/XObject<</A 10 0 R>>", .objects = forms};
}

TEST(PdfPage, RefusesNestingWithoutEnd) {
  EXPECT_EQ(code_of(nested_forms(limits::figure_forms)), "");
  EXPECT_EQ(code_of(nested_forms(limits::figure_forms + 1)), "image-pdf-too-complex");
  EXPECT_EQ(code_of(nested_forms(400)), "image-pdf-too-complex");
}

TEST(PdfPage, RefusesMoreObjectsThanAFigureHas) {
  const auto with_objects = [](std::size_t count) {
    std::string widths, objects;
    for (std::size_t i = 0; i < count; ++i) {
      widths += fmt::format("{} 0 R ", 11 + i);
      objects += fmt::format("{} 0 obj 1 endobj\n", 11 + i);
    }
    const std::string font = "10 0 obj<</Type/Font/Subtype/Type3/CharProcs<<>>/Widths[" + widths + "]>>endobj\n";
    return PdfRecipe{.content = "BT /F 9 Tf (a) Tj ET", .resources = "/Font<</F 10 0 R>>", .objects = font + objects};
  };
  constexpr std::size_t others = 2;  // the figure itself and the font
  EXPECT_EQ(code_of(with_objects(limits::figure_objects - others)), "");
  EXPECT_EQ(code_of(with_objects(limits::figure_objects - others + 1)), "image-pdf-too-complex");
}

TEST(PdfPage, RefusesContentOutOfAllProportion) {
  // RunLength: two bytes give 128; three kilobytes of them, packed twice more, give far more than a page holds.
  const auto run_length = [](const std::string& bytes) {
    std::string packed;
    for (std::size_t i = 0; i < bytes.size();) {
      std::size_t count = 1;
      while (count < 128 && i + count < bytes.size() && bytes[i + count] == bytes[i]) ++count;
      if (count > 1) {
        packed += static_cast<char>(257 - count);
        packed += bytes[i];
      } else {
        packed += std::string(1, '\0') + bytes[i];
      }
      i += count;
    }
    return packed + static_cast<char>(128);
  };
  const auto packed = [&](std::size_t size) {
    return PdfRecipe{.content = run_length(std::string(size, ' ')), .content_entries = "/Filter/RunLengthDecode"};
  };
  EXPECT_EQ(code_of(packed(limits::figure_content)), "");
  EXPECT_EQ(code_of(packed(limits::figure_content + 1)), "image-pdf-too-complex");
}

TEST(PdfPage, RefusesBoxesThatHoldNothing) {
  EXPECT_EQ(code_of({.page = "/MediaBox[0 0 0 100]"}), "image-damaged");
  EXPECT_EQ(code_of({.page = "/MediaBox[0 0 9999999 100]"}), "image-damaged");
  EXPECT_EQ(code_of({.page = "/MediaBox(none)"}), "image-damaged");
}

/// Whatever is cut off or changed, there is a picture or a message; sanitizers watch the rest.
TEST(PdfPage, SurvivesDamage) {
  const std::string whole =
      make_pdf({.content = "q /G gs /A Do BT /F 9 Tf [(a) -20 (b)] TJ ET BI/W 1/H 1/BPC 8/CS/G ID x EI /S sh Q",
                .resources = "/XObject<</A 10 0 R>>/ExtGState<</G<</ca .5/SMask<</S/Alpha/G 10 0 R>>>>>>/Font<</F 11 0 R>>"
                             "/Shading<</S<</ShadingType 2/ColorSpace[/Indexed/DeviceRGB 1(abcdef)]/Coords[0 0 1 1]>>>>",
                .objects = "10 0 obj" + pdf_stream("/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>", "0 0 m 1 1 l S") +
                           "endobj\n11 0 obj<</Type/Font/Subtype/Type3/CharProcs<</a 10 0 R>>/Encoding<</Differences[97/a]>>>>endobj"});
  ASSERT_TRUE(read(whole));
  for (std::size_t size = 0; size < whole.size(); size += 3) static_cast<void>(read("%PDF-1.7\n" + whole.substr(0, size)));
  for (std::size_t i = 9; i < whole.size(); ++i) {
    for (const char other : {'<', '0', '/', '['}) {
      std::string changed = whole;
      changed[i] = other;
      static_cast<void>(read(changed));
    }
  }
}

}  // namespace
}  // namespace banxin
