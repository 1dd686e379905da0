// Answers a form for a new entry. Nothing is stored: the answer is made from what was sent and from what the site shows.
import { answerSent } from '@/app/contribute/answer-sent';

export const dynamic = 'force-dynamic';

export async function POST(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  return answerSent(request, (await params).kind);
}
