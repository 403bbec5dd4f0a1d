import { describe, expect, it } from 'vitest'
import { languageOf } from './text-language.ts'

describe('the language of a text', () => {
  it.each([
    ['ja', '東京都新宿区の夜景'],
    ['ar', 'رجل عجوز يركب جملا في الصحراء'],
    ['de', 'Ein Werbespot für ein Fahrrad: Eine junge Frau fährt im Herbst durch den Park.'],
    ['de', 'Der Mond'],
    ['fr', 'Une pâtissière prépare un gâteau au chocolat dans sa cuisine le matin.'],
    ['es', 'Una niña con vestido amarillo y su abuelo montan a caballo por la playa.'],
    ['it', 'Il pescatore torna al porto con la sua barca.'],
    ['pt', 'Um menino joga bola na rua com o seu cão.'],
    ['nl', 'Een oude man vist met zijn kleinzoon op het meer.'],
    ['sv', 'Två vänner möts på ett café och dricker kaffe.'],
    ['da', 'En gammel mand fisker på søen og hjælper en dreng med at læse.'],
    ['fi', 'Kaksi ystävää tapaa vanhassa kahvilassa. He puhuvat koko yön.'],
    ['pl', 'Dwóch przyjaciół spotyka się w kawiarni i rozmawia.'],
    ['cs', 'Starý muž chytá ryby na řece a zpívá.'],
    ['hu', 'Egy öreg ember halászik, és a fiú nézi őt.'],
    ['ro', 'Un pescar bătrân și un băiat în barcă pe lac.'],
    ['tr', 'Yaşlı bir adam ve torunu denizde yüzüyor.'],
    ['en', 'A serene mountain lake at sunset'],
    ['en', 'Adidas running shoes'],
    ['en', 'Las Vegas neon lights'],
    ['en', 'La Traviata'],
    ['en', 'A calligrapher in Kyoto writes the word 湖 slowly'],
    ['en', 'A man in a café in São Paulo reads Don Quijote de la Mancha'],
    ['en', '🌊🏄'],
  ])('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })
})
