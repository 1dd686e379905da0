import { expect, it } from 'vitest';
import { svgSize } from '@/lib/output/pictures/svg-size';

const sizeOf = (attributes: string, before = '') =>
  svgSize(
    Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><g width="9" height="9"/></svg>`),
  );

it.each([
  ['width="300" height="200"', 300, 200],
  ["width='300px'\r\nheight=' 200.5 '", 300, 200.5],
  ['width="1in" height="2.54cm"', 96, 96],
  ['width="25.4mm" height="72pt"', 96, 96],
  ['width="6PC" height="1em"', 96, 16],
  ['width="+1e2" height=".5"', 100, 0.5],
  ['width="300" height="200" viewBox="0 0 1e9 1e9"', 300, 200],
  ['viewBox="0 0 30 20"', 30, 20],
  ['viewBox=" -5,-5,30,20 "', 30, 20],
  ['width="100%" height="100%" viewBox="0 0 30 20"', 30, 20],
  ['width="60" viewBox="0 0 30 20"', 60, 40],
  ['height="60" viewBox="0 0 30 20"', 90, 60],
  ['width="1e9" height="1e9"', 1e9, 1e9],
])('%s is a size', (attributes, width, height) => {
  expect(sizeOf(attributes)?.width).toBeCloseTo(width);
  expect(sizeOf(attributes)?.height).toBeCloseTo(height);
});

it.each([
  '',
  'width="300"',
  'width="100%" height="100%"',
  'width="0" height="20"',
  'width="-30" height="20"',
  'width="30 furlongs" height="20"',
  'width="auto" height="auto"',
  'viewBox="0 0 0 20"',
  'viewBox="0 0 30"',
  'viewBox="0 0 x 20"',
])('%j is not a size', (attributes) => {
  expect(sizeOf(attributes)).toBeUndefined();
});

it('reads only up to the root element’s opening tag', () => {
  const before = '\ufeff<?xml version="1.0"?>\n<!-- <svg width="1" height="1"> -->\n';
  expect(sizeOf('width="3" height="2"', before)).toEqual({ width: 3, height: 2 });
  expect(svgSize(Buffer.from('<s:svg xmlns:s="x" width="3" height="2"><'))).toEqual({ width: 3, height: 2 });
  expect(svgSize(Buffer.from('no drawing'))).toBeUndefined();
  expect(svgSize(Buffer.from(''))).toBeUndefined();
});
