import { createRoot } from 'react-dom/client';
import { ReleasePage } from '../release/ReleasePage';

createRoot(document.getElementById('root')!).render(<ReleasePage />);
